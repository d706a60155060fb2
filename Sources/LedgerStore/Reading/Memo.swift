/// The values of the last few texts, so that what a ledger repeats on every row is read once.
struct Memo<Value> {
  private var entries: [(text: [UInt8], value: Value)] = []
  private var oldest = 0

  /// How many texts are remembered; a search through them must cost less than reading one.
  private static var capacity: Int { 16 }

  /// The value of a text, made where it is not remembered; `nil` where it cannot be made.
  mutating func value(
    of text: ArraySlice<UInt8>, make: (ArraySlice<UInt8>) -> Value?
  ) -> Value? {
    for entry in entries where entry.text.count == text.count && entry.text.elementsEqual(text) {
      return entry.value
    }
    guard let value = make(text) else { return nil }
    if entries.count < Memo.capacity {
      entries.append((Array(text), value))
    } else {
      entries[oldest] = (Array(text), value)
      oldest = (oldest + 1) % Memo.capacity
    }
    return value
  }
}
