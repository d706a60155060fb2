import ComplianceModel
import DurableFiles
import Hashing

extension RowFields {
  /// What a row of a kind lacks, or says and may not.
  func faults(of kind: LedgerEvent.Kind) -> [Fault] {
    let value = valueFault(kind)
    // A row that has these lacks nothing, unless it measures or freezes; most do.
    let isUsual =
      !self[.subject].range.isEmpty && !self[.period].range.isEmpty && !self[.date].range.isEmpty
    guard !isUsual || kind == .measured || kind == .frozen else {
      return value.map { [$0] } ?? []
    }
    let missing = NeededColumns.of(kind).filter { self[$0].range.isEmpty }.map {
      Fault(sentence: LedgerSentences.missing($0, for: kind), offset: self[$0].range.lowerBound)
    }
    return missing + (value.map { [$0] } ?? [])
  }

  private func valueFault(_ kind: LedgerEvent.Kind) -> Fault? {
    guard !self[.value].range.isEmpty else { return nil }
    let offset = self[.value].range.lowerBound
    guard kind == .measured else {
      return Fault(sentence: LedgerSentences.valueNotMeasured(kind), offset: offset)
    }
    let parts = content(.value).split(
      maxSplits: 1, omittingEmptySubsequences: false,
      whereSeparator: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: ".") })
    let isNumber = parts.allSatisfy { part in
      (1...18).contains(part.count) && part.allSatisfy(\.isDigit)
    }
    return isNumber ? nil : Fault(sentence: LedgerSentences.value(shown(.value)), offset: offset)
  }

  /// What is wrong with the evidence that a row names.
  func evidenceFaults(of bytes: UnsafeBufferPointer<UInt8>) -> [Fault] {
    let file = self[.file].range
    let hash = self[.sha256].range
    var faults: [Fault] = []
    if !hash.isEmpty, !withContent(.sha256, of: bytes, { Hexadecimal.isSHA256($0) }) {
      faults.append(
        Fault(sentence: LedgerSentences.sha256(shown(.sha256)), offset: hash.lowerBound))
    }
    guard !file.isEmpty else { return faults }
    if hash.isEmpty {
      faults.append(Fault(sentence: LedgerSentences.fileWithoutHash, offset: file.lowerBound))
    }
    if !withContent(.file, of: bytes, { Evidence.isInside($0) }) {
      faults.append(
        Fault(sentence: LedgerSentences.fileOutside(shown(.file)), offset: file.lowerBound))
    }
    return faults
  }
}
