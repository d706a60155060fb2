internal import NIOCore
internal import Synchronization

/// A body that knows whether any of it was asked for: until then nothing has gone out.
final class Upload: AsyncSequence, Sendable {
  private let bytes: ByteBuffer
  private let begun = Mutex(false)

  init(_ bytes: ByteBuffer) { self.bytes = bytes }

  /// Whether the connection stood and the body was asked for.
  var wasBegun: Bool { begun.withLock { $0 } }

  func makeAsyncIterator() -> Iterator { Iterator(upload: self, isDone: false) }

  struct Iterator: AsyncIteratorProtocol {
    let upload: Upload
    var isDone: Bool

    mutating func next() async -> ByteBuffer? {
      guard !isDone else { return nil }
      isDone = true
      upload.begun.withLock { $0 = true }
      return upload.bytes
    }
  }
}
