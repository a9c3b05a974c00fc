package a

// Load reads.
func Load(addr *uint64) uint64

// Read reads, if it is not nil.
func Read(addr *uint64) uint64

// Again calls first.
func Again(addr *uint64) uint64
