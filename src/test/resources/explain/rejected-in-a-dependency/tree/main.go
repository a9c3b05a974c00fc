package main

import "example.com/dep/low"

func main() { low.Use() }
