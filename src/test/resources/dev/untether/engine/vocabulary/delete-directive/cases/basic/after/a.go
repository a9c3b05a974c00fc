package a

import (
	"fmt"
)

// say says.
func say() { fmt.Println() }
