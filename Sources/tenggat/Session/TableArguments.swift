public import ArgumentParser
public import Exchange

extension CSVTable.Separator: ExpressibleByArgument {}
