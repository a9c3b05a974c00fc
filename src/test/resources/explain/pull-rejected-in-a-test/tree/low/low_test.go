package low

import "testing"

func TestUse(t *testing.T) { Use() }
