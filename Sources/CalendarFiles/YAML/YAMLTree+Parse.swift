internal import CYAML
internal import ComplianceModel

extension YAMLTree {
  /// Parses a text with libyaml.
  ///
  /// - Parameter bytes: The text, UTF-8.
  /// - Throws: ``YAMLTrouble``: what is wrong with its syntax, of which there is only ever the first;
  ///   a key that was written again before it comes first.
  init(parsing bytes: [UInt8]) throws(YAMLTrouble) {
    var builder = YAMLTreeBuilder()
    let trouble = bytes.withUnsafeBufferPointer { YAMLTree.parse($0, into: &builder) }
    self = builder.tree
    guard let trouble else { return }
    if let first = repeats.first {
      throw YAMLTrouble(
        sentence: .repeatedKey(first.key), line: first.line, column: first.column)
    }
    throw trouble
  }

  /// How deep lists and mappings may be nested: no calendar nests more than a few levels, and the time
  /// that libyaml takes grows with the square of the depth.
  private static let deepestNesting = 128

  /// Parses a text up to its end or the first fault.
  private static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, into builder: inout YAMLTreeBuilder
  ) -> YAMLTrouble? {
    // libyaml keeps pointers into its own state, which may not move.
    let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    defer { parser.deallocate() }
    guard yaml_parser_initialize(parser) == 1 else {
      return YAMLTrouble(sentence: .syntax("out of memory"), line: 1, column: 1)
    }
    defer { yaml_parser_delete(parser) }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    var documents = 0
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(parser, &event) == 1 else { return trouble(of: parser, in: bytes) }
      defer { yaml_event_delete(&event) }
      let (line, column) = (Int(event.start_mark.line) + 1, Int(event.start_mark.column) + 1)
      func here(_ sentence: CalendarSentence) -> YAMLTrouble {
        YAMLTrouble(sentence: sentence, line: line, column: column)
      }
      guard builder.depth <= deepestNesting else { return here(.nestedTooDeep) }
      switch event.type {
      case YAML_STREAM_END_EVENT:
        return documents == 0 ? YAMLTrouble(sentence: .emptyFile, line: 1, column: 1) : nil
      case YAML_DOCUMENT_START_EVENT:
        documents += 1
        if documents > 1 { return here(.syntax("but found another document")) }
      // Without anchors there is nothing that an alias could name.
      case YAML_ALIAS_EVENT: return here(.syntax("found undefined alias"))
      case YAML_SCALAR_EVENT:
        let scalar = event.data.scalar
        if scalar.anchor != nil { return here(.anchor) }
        if scalar.tag != nil { return here(.tag) }
        let isText =
          scalar.style == YAML_LITERAL_SCALAR_STYLE || scalar.style == YAML_FOLDED_SCALAR_STYLE
        builder.scalar(
          UnsafeBufferPointer(start: scalar.value, count: Int(scalar.length)), line: line,
          column: column,
          last: (Int(event.end_mark.line) + 1, Int(event.end_mark.column) + 1),
          isText ? .text : .plain)
      case YAML_SEQUENCE_START_EVENT:
        if event.data.sequence_start.anchor != nil { return here(.anchor) }
        if event.data.sequence_start.tag != nil { return here(.tag) }
        let isFlow = event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE
        builder.begin(.list, line: line, column: column, isFlow ? .flow : .block)
      case YAML_MAPPING_START_EVENT:
        if event.data.mapping_start.anchor != nil { return here(.anchor) }
        if event.data.mapping_start.tag != nil { return here(.tag) }
        let isFlow = event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
        builder.begin(.mapping, line: line, column: column, isFlow ? .flow : .block)
      case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: builder.end()
      default: break
      }
    }
  }

  /// Why and where the parser stopped.
  private static func trouble(
    of parser: UnsafePointer<yaml_parser_t>, in bytes: UnsafeBufferPointer<UInt8>
  ) -> YAMLTrouble {
    let parser = parser.pointee
    let problem = parser.problem.map { String(cString: $0) } ?? "out of memory"
    let line, column: Int
    switch parser.error {
    case YAML_SCANNER_ERROR, YAML_PARSER_ERROR:
      (line, column) = place(
        (Int(parser.problem_mark.line) + 1, Int(parser.problem_mark.column) + 1), in: bytes)
    case YAML_READER_ERROR: (line, column) = end(of: bytes.prefix(Int(parser.problem_offset)))
    default: (line, column) = (1, 1)
    }
    return YAMLTrouble(sentence: .syntax(problem), line: line, column: column)
  }

  /// A place within the text: where the last line has no end, the parser counts one more.
  private static func place(
    _ place: (line: Int, column: Int), in bytes: UnsafeBufferPointer<UInt8>
  ) -> (line: Int, column: Int) {
    let end = end(of: bytes[...])
    return place.line > end.line ? end : place
  }

  /// The place behind a text.
  private static func end(
    of bytes: Slice<UnsafeBufferPointer<UInt8>>
  ) -> (line: Int, column: Int) {
    let lines = String(decoding: bytes, as: UTF8.self)
      .split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    return (lines.count, (lines.last?.unicodeScalars.count ?? 0) + 1)
  }
}
