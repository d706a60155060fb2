#ifndef TENGGAT_CLIBXML2_SHIM_H
#define TENGGAT_CLIBXML2_SHIM_H

#include <libxml/SAX2.h>
#include <libxml/dict.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlschemastypes.h>
#include <libxml/xmlversion.h>

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

#if LIBXML_VERSION < 21300
static inline void tenggat_xml_pass_plugged(void *plug, tenggat_xml_error error) {
  (void)plug;
  if (error == NULL || error->ctxt == NULL) return;
  tenggat_xml_pass(((xmlParserCtxtPtr)error->ctxt)->_private, error);
}
#endif

static inline int tenggat_xml_locate(void *parser, const char **file, unsigned long *line) {
  *file = NULL;
  *line = (unsigned long)xmlSAX2GetLineNumber(parser);
  return 0;
}

/* Lets a validation see the events of a parser, which goes on to call its own handler with its own data. */
static inline xmlSchemaSAXPlugPtr tenggat_xml_plug(
    xmlSchemaValidCtxtPtr validation, xmlParserCtxtPtr parser) {
  return xmlSchemaSAXPlug(validation, &parser->sax, &parser->userData);
}

/*
 * Sends the errors of a parser to a sink, and tells the validation that sees its events on which line they are; to
 * be called after the validation was plugged in, which gives the parser other callbacks.
 */
static inline void tenggat_xml_watch_plugged(
    xmlParserCtxtPtr parser, xmlSchemaValidCtxtPtr validation, tenggat_xml_sink *sink) {
  xmlSchemaValidateSetLocator(validation, tenggat_xml_locate, parser);
#if LIBXML_VERSION >= 21300
  xmlCtxtSetErrorHandler(parser, tenggat_xml_pass, sink);
#else
  parser->_private = sink;
  parser->sax->serror = tenggat_xml_pass_plugged;
#endif
}

/* Frees what libxml2 gave; its own name for it is a variable. */
static inline void tenggat_xml_free(void *memory) { xmlFree(memory); }

#endif
