//go:build special

package main

import _ "example.com/several/tagged"

func main() {}
