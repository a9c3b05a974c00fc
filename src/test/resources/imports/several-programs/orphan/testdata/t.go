package main

import _ "example.com/several/orphan"

func main() {}
