module example.com/pruned

go 1.24

require (
	github.com/bytedance/sonic v1.12.0
	github.com/ebitengine/purego v0.8.0
	github.com/goccy/go-json v0.10.3
	github.com/klauspost/cpuid/v2 v2.0.9
)

require (
	github.com/bytedance/sonic/loader v0.2.0 // indirect
	github.com/cloudwego/base64x v0.1.4 // indirect
	github.com/cloudwego/iasm v0.2.0 // indirect
	github.com/twitchyliquid64/golang-asm v0.15.1 // indirect
	golang.org/x/arch v0.0.0-20210923205945-b76863e36670 // indirect
)
