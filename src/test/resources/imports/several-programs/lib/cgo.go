package lib

// int one(void) { return 1; }
import "C"

import _ "example.com/several/withcgo"

var One = C.one()
