package clock

import "testing"

func TestTimeDoesNotRunBackwards(t *testing.T) {
	if a, b := Now(), Now(); b < a {
		t.Errorf("%v after %v", b, a)
	}
}
