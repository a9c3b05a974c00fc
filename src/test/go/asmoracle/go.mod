module untether.dev/asmoracle

go 1.24
