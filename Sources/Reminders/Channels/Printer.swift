internal import Synchronization

/// Prints whole messages, one at a time.
final class Printer: Sendable {
  private let write: @Sendable ([UInt8]) throws -> Void
  private let hasPrinted = Mutex(false)

  init(_ write: @escaping @Sendable ([UInt8]) throws -> Void) { self.write = write }

  /// Prints a text.
  ///
  /// - Throws: ``DeliveryFailure``; some of the text may have been printed.
  func print(_ text: String) throws(DeliveryFailure) {
    try put(text, isApart: false)
  }

  /// Prints a text with a blank line between it and what was printed before.
  ///
  /// - Throws: ``DeliveryFailure``; some of the text may have been printed.
  func printApart(_ text: String) throws(DeliveryFailure) {
    try put(text, isApart: true)
  }

  private func put(_ text: String, isApart: Bool) throws(DeliveryFailure) {
    do {
      try hasPrinted.withLock { hasPrinted in
        try write(Array((isApart && hasPrinted ? "\n" + text : text).utf8))
        hasPrinted = true
      }
    } catch {
      throw DeliveryFailure(reason: ChannelSentence.outputFailed, isOutcomeUnknown: true)
    }
  }
}
