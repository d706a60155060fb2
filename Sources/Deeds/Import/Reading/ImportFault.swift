/// A field of a row that is at fault.
struct ImportFault: Error {
  let column: ImportColumn
  let sentence: ImportSentence.Sentence
  /// What it has in common with the fault of other units; `nil` where its sentence names none.
  let cause: String?

  init(_ column: ImportColumn, _ sentence: ImportSentence.Sentence, cause: String? = nil) {
    self.column = column
    self.sentence = sentence
    self.cause = cause
  }
}

/// Why a row has no target: all that is wrong with it; nothing where what is wrong was told already.
struct ImportFaults: Error {
  let faults: [ImportFault]

  init(_ faults: [ImportFault]) { self.faults = faults }
}
