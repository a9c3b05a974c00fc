module example.com/replaced

go 1.22

require (
	example.com/local v1.0.0
	github.com/ebitengine/purego v0.8.0
	github.com/klauspost/cpuid/v2 v2.2.8
)

require golang.org/x/sys v0.22.0 // indirect

exclude golang.org/x/sys v0.21.0

replace (
	example.com/local v1.0.0 => ./local
	github.com/ebitengine/purego => github.com/ebitengine/purego v0.7.1
)
