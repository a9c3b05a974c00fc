package lib_test

import (
	_ "example.com/several/fortests/outside"
	_ "example.com/several/lib"
)
