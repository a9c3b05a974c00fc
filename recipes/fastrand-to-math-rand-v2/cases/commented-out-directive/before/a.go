package a

import _ "unsafe"

// //go:linkname fastrand runtime.fastrand
// func fastrand() uint32

////go:linkname fastrandn runtime.fastrandn

const text = `
//go:linkname fastrand runtime.fastrand
`
