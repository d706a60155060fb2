public import ComplianceModel

extension LedgerHistory {
  /// The same ledgers with their codes in another table, without reading or proving a row again.
  ///
  /// - Parameters:
  ///   - old: The table with which they were read.
  ///   - new: The table that the codes are interned in.
  /// - Returns: The ledgers, with the codes of `new`.
  public func recoded(from old: CodeTable, to new: inout CodeTable) -> LedgerHistory {
    var known: [Code: Code] = [:]
    var files = files
    for index in files.indices {
      files[index].events = files[index].events.map { event in
        guard let subject = event.subject else { return event }
        let code = known[subject] ?? new.intern(old[subject])
        known[subject] = code
        return event.about(code)
      }
    }
    return LedgerHistory(files, betweenFiles: betweenFiles, salvaged: salvaged)
  }
}
