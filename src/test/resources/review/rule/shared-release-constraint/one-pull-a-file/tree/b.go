//go:build !go1.23

package clock

import _ "unsafe"

//go:linkname park runtime.goparkunlock
func park() 
