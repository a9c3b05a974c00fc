package withcgo
