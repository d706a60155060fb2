internal import ArgumentParser
internal import Exchange

extension PaperSize: ExpressibleByArgument {}

extension ReceiptPaper: ExpressibleByArgument {}
