#ifndef TENGGAT_CLIBXML2_SHIM_H
#define TENGGAT_CLIBXML2_SHIM_H

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlreader.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlschemastypes.h>
#include <libxml/xmlversion.h>
#include <libxml/xmlwriter.h>

/* 2.12 made the error of a structured error callback const. */
#if LIBXML_VERSION >= 21200
typedef const xmlError *tenggat_xml_error;
#else
typedef xmlErrorPtr tenggat_xml_error;
#endif

/*
 * Where the errors of one parser or validator go: a callback whose type does not depend on the
 * version of libxml2. Owned by the caller, and alive for as long as the context may report.
 */
typedef struct tenggat_xml_sink {
  void (*report)(void *context, int code, int line, int column, const char *message);
  void *context;
} tenggat_xml_sink;

/* Prepares libxml2 for use from several threads; in 2.9 neither part of it takes a lock. */
static inline void tenggat_xml_prepare(void) {
  xmlInitParser();
  (void)xmlSchemaInitTypes();
}

/* Passes errors on, and drops warnings. */
static inline void tenggat_xml_pass(void *sink, tenggat_xml_error error) {
  const tenggat_xml_sink *target = (const tenggat_xml_sink *)sink;
  if (error == NULL || error->level < XML_ERR_ERROR) return;
  target->report(
      target->context, error->code, error->line, error->int2,
      error->message != NULL ? error->message : "");
}

#if LIBXML_VERSION < 21300
static inline void tenggat_xml_pass_parser(void *parser, tenggat_xml_error error) {
  tenggat_xml_pass(((xmlParserCtxtPtr)parser)->_private, error);
}
#endif

/* Sends the errors of one parser to a sink, and none to stderr. */
static inline void tenggat_xml_watch_parser(xmlParserCtxtPtr parser, tenggat_xml_sink *sink) {
#if LIBXML_VERSION >= 21300
  xmlCtxtSetErrorHandler(parser, tenggat_xml_pass, sink);
#else
  parser->_private = sink;
  parser->sax->serror = tenggat_xml_pass_parser;
#endif
}

/* The same for the reading of a schema. */
static inline void tenggat_xml_watch_schema(
    xmlSchemaParserCtxtPtr parser, tenggat_xml_sink *sink) {
  xmlSchemaSetParserStructuredErrors(parser, tenggat_xml_pass, sink);
}

/* The same for a validation. */
static inline void tenggat_xml_watch_validation(
    xmlSchemaValidCtxtPtr validation, tenggat_xml_sink *sink) {
  xmlSchemaSetValidStructuredErrors(validation, tenggat_xml_pass, sink);
}

/* The same for a document that passes by; to be called before a schema is set. */
static inline void tenggat_xml_watch_reader(xmlTextReaderPtr reader, tenggat_xml_sink *sink) {
  xmlTextReaderSetStructuredErrorHandler(reader, tenggat_xml_pass, sink);
}

/* Frees what libxml2 gave; its own name for it is a variable. */
static inline void tenggat_xml_free(void *memory) { xmlFree(memory); }

#endif
