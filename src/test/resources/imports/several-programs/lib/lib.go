package lib

import _ "example.com/several/deep"

const Name = "lib"
