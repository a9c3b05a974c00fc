// Package words cuts text.
package words

// Count returns the number of words.
func Count(text string) int { return len(cut(text, ' ')) }

func cut(text string, at byte) []string {
	var parts []string
	for i := 0; i < len(text); i++ {
		if text[i] == at {
			parts = append(parts, text[:i])
			text, i = text[i+1:], -1
		}
	}
	return append(parts, text)
}
