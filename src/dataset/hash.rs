//! SHA-256, by which the manifest knows bulletins and files.

use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::str::FromStr;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use sha2::{Digest, Sha256};

/// A SHA-256, printed in hexadecimal digits.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Hash([u8; 32]);

impl Hash {
    /// Of these bytes.
    pub fn of(bytes: &[u8]) -> Hash {
        Hash(Sha256::digest(bytes).into())
    }

    /// Of a file, read piece by piece: it may be large.
    pub(super) fn of_file(path: &Path) -> io::Result<Hash> {
        let mut file = File::open(path)?;
        let mut hash = Sha256::new();
        let mut piece = vec![0; 1 << 16];
        loop {
            match file.read(&mut piece)? {
                0 => return Ok(Hash(hash.finalize().into())),
                n => hash.update(&piece[..n]),
            }
        }
    }

    /// Of what `hash` has taken.
    pub(super) fn finish(hash: Sha256) -> Hash {
        Hash(hash.finalize().into())
    }

    /// Its first digits: enough to tell versions apart.
    pub(super) fn short(self) -> String {
        let start = self.0.iter().take(8).fold(0, |all, byte| all << 8 | u64::from(*byte));
        format!("{start:016x}")
    }
}

impl fmt::Display for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl fmt::Debug for Hash {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Hash({self})")
    }
}

impl FromStr for Hash {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Hash, &'static str> {
        const WANTED: &str = "expected 64 hexadecimal digits in small letters";
        let digit = |byte: u8| match byte {
            b'0'..=b'9' => Ok(byte - b'0'),
            b'a'..=b'f' => Ok(byte - b'a' + 10),
            _ => Err(WANTED),
        };
        let (pairs, rest) = text.as_bytes().as_chunks::<2>();
        let mut hash = [0; 32];
        if pairs.len() != hash.len() || !rest.is_empty() {
            return Err(WANTED);
        }
        for (byte, [high, low]) in hash.iter_mut().zip(pairs) {
            *byte = digit(*high)? << 4 | digit(*low)?;
        }
        Ok(Hash(hash))
    }
}

impl Serialize for Hash {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Hash {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Hash, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_printed_reads_back() {
        let hash = Hash::of(b"abc");
        let text = hash.to_string();
        assert!(text.starts_with("ba7816bf8f01cfea") && text.len() == 64, "{text}");
        assert_eq!(text.parse(), Ok(hash));
        assert_eq!(hash.short(), "ba7816bf8f01cfea");
        for bad in ["", "ba", &text.to_uppercase(), &format!("{text}00")] {
            assert!(bad.parse::<Hash>().is_err(), "{bad}");
        }
    }
}
