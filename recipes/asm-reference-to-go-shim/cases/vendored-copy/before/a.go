package a

import _ "example.com/v"
