//go:build !cgo

package lib

import _ "example.com/several/withoutcgo"
