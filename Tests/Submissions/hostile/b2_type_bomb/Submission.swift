// b2_type_bomb: keeps the type checker busy with a literal of 3000 kinds of entries.
// Must be: compileError, compileTimedOut
// Must not exist afterwards: a process of the compiler
// Proved at: patience

import Coursework

struct Submission: AffineReLU {}

let bomb = [
//× 1000 "a" + "b": 1, "c": 2.5, "d": [1, "x"],
]
