package onlytests_test

import _ "example.com/several/tested"
