package words

// Cut is another one.
type Cut struct{}
