package main

import _ "example.com/several/fortests/inside"
