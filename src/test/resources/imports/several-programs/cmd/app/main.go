package main

import (
	"fmt"

	"example.com/several/lib"
)

func main() { fmt.Println(lib.Name) }
