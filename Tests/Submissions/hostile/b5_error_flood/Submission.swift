// b5_error_flood: has 20,000 errors.
// Must be: compileError, compileTimedOut
// Must not exist afterwards: a process of the compiler
// Proved at: patience

import Coursework

struct Submission: AffineReLU {}

func flood() {
//× 20000 missing()
}
