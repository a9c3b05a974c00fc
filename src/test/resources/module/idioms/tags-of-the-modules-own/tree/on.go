//go:build checklinkname0

package p

import _ "unsafe"

//go:linkname checked net.checked
func checked()
