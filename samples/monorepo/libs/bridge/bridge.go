// Package bridge is where C code enters Go without cgo, as far as this sample needs it.
package bridge

// Supported says whether this package has an entry for the architecture.
const Supported = supported
