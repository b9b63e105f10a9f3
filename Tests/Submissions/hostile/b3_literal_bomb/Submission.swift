// b3_literal_bomb: keeps the compiler busy with 400,000 numbers, which it may master in time.
// Must be: compileError, compileTimedOut, notImplemented
// Must not exist afterwards: a process of the compiler
// Proved at: patience

import Coursework

struct Submission: AffineReLU {}

let bomb = [
//× 20000 1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,
]
