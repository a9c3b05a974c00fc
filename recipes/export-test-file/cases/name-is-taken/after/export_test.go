package words

// ExportCut lets tests of the package use cut.
var ExportCut = cut
