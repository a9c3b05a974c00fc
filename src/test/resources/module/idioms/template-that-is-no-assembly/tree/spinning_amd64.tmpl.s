{{- range .Functions }}
TEXT ·{{ .Name }}(SB), 4, $0
	JMP	runtime·{{ .Target }}(SB)
{{- end }}
