// b1_missing_type: has no type of the right name.
// Must be: compileError
// Must not exist afterwards: nothing to look for

import Coursework

struct Solution: AffineReLU {}
