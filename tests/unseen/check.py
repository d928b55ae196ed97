#!/usr/bin/env python3
"""Check the answers of a folder of bulletins against their texts. Standard library only.

usage: check.py [BULLETINS_DIR ANSWERS_DIR]      (default: the two folders beside this script)

Every quote must stand in its text as the n-th occurrence it claims to be, every property must be one of the
registry, every date and duration in its normal form, and every numeral or number word of the body must be covered
by the quote of a fact or be listed under "passed_over". Exits with 1 where one of these fails.
"""
import json
import os
import re
import sys

TEXTUAL = {"alias", "capital_of", "office_holder", "industries", "institution"}
DATED = {
    "took_office", "elected", "reelected", "term_ends", "founded", "sister_city_since", "agreement",
    "exchanges_since", "event",
}
SPANS = {"term", "duration"}
NUMERIC = {
    "area", "population", "density", "elevation", "length", "distance", "latitude", "longitude", "utc_offset",
    "temperature", "precipitation", "divisions", "seats", "seats_held", "posts", "share", "growth", "money",
    "anniversary", "rank", "edition", "count", "quantity",
}
QUALIFIERS = {"about", "more_than", "at_least", "less_than", "at_most", "nearly"}
DAY = r"-?[0-9X]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?~?"
EDTF = re.compile(rf"(?:{DAY}|(?:{DAY}|\.\.)/(?:{DAY}|\.\.))\Z")
DURATION = re.compile(r"P(?:[0-9]+Y)?(?:[0-9]+M)?(?:[0-9]+W)?(?:[0-9]+D)?(?:T(?:[0-9]+H)?(?:[0-9]+M)?)?\Z")
CARDINALS = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred dozen half third thirds quarter quarters "
    "fifth fifths tenth tenths sixth seventh eighth ninth twentieth thirtieth fortieth fiftieth second twice once"
).split()
NUMBER = re.compile(rf"\d[\d,.]*\d|\d|\b(?:{'|'.join(CARDINALS)})\b|\b(?:one|first)\b", re.IGNORECASE)
# "One" and "first" are mostly pronouns, articles and adverbs: reported only with --ones.
SOFT = {"one", "first"}


def find(text, quote, nth):
    at = -1
    for _ in range(nth):
        at = text.find(quote, at + 1)
        if at < 0:
            return None
    return (at, at + len(quote))


def problems(text, gold, ones):
    covered = []
    for item in gold["facts"] + gold.get("passed_over", []):
        span = find(text, item["quote"], item.get("nth", 1))
        if span is None:
            yield f"quote not found: {item['quote']!r} nth {item.get('nth', 1)}"
        else:
            covered.append(span)
    for fact in gold["facts"]:
        yield from bad_form(fact)
    first = re.search(r"^[\[【]", text, re.MULTILINE)
    start = first.start() if first else 0
    for number in NUMBER.finditer(text, start):
        if number[0].lower() in SOFT and not ones:
            continue
        if not any(a <= number.start() and number.end() <= b for a, b in covered):
            around = text[max(0, number.start() - 60) : number.end() + 40].replace("\n", " ")
            # Lines of the foot hold phone numbers and postcodes.
            if re.search(r"copyright|\bICP|ICP备|\bTel:|\bFax:|Postcode:|Address:|Contact Us:", around, re.IGNORECASE):
                continue
            yield f"uncovered: {number[0]!r} in {around!r}"


def bad_form(fact):
    name, value = fact["property"], fact["value"]
    if name in NUMERIC:
        ok = isinstance(value, (int, float)) and not isinstance(value, bool)
    elif name in DATED:
        ok = isinstance(value, str) and EDTF.match(value)
    elif name in SPANS:
        ok = isinstance(value, str) and value != "P" and DURATION.match(value)
    else:
        ok = name in TEXTUAL and isinstance(value, list if name == "industries" else str) and value
    if not ok:
        yield f"bad value: {name} {value!r}"
    if "time" in fact and not EDTF.match(fact["time"]):
        yield f"bad time: {fact['time']!r}"
    if fact.get("qualifier", "about") not in QUALIFIERS:
        yield f"bad qualifier: {fact['qualifier']!r}"
    wanted = name in {"area", "density", "elevation", "length", "distance", "temperature", "precipitation", "share", "growth", "money", "quantity"}
    if wanted != ("unit" in fact) and name not in {"latitude", "longitude", "utc_offset"}:
        yield f"unit missing or not wanted: {name} {value!r}"


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    args = [a for a in sys.argv[1:] if not a.startswith("--")]
    texts, answers = args or (os.path.join(here, "bulletins"), os.path.join(here, "answers"))
    failed = facts = 0
    for name in sorted(os.listdir(answers)):
        with open(os.path.join(answers, name), encoding="utf-8") as file:
            gold = json.load(file)
        with open(os.path.join(texts, gold["doc"] + ".txt"), encoding="utf-8") as file:
            text = file.read()
        facts += len(gold["facts"])
        for problem in problems(text, gold, "--ones" in sys.argv):
            failed += 1
            print(f"{gold['doc']}: {problem}")
    print(f"{facts} facts, {failed} problems")
    sys.exit(bool(failed))


if __name__ == "__main__":
    main()
