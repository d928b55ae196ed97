//! Tables: what words mean, a table a subject.
