//go:build go1.99

package lib

import _ "example.com/several/orphan"
