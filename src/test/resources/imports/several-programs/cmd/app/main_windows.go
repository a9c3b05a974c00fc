package main

import _ "example.com/several/internal/win"
