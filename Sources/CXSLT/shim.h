#ifndef TENGGAT_CXSLT_SHIM_H
#define TENGGAT_CXSLT_SHIM_H

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlversion.h>
#include <libxslt/documents.h>
#include <libxslt/security.h>
#include <libxslt/transform.h>
#include <libxslt/xslt.h>
#include <libxslt/xsltInternals.h>
#include <libxslt/xsltutils.h>
#include <stdarg.h>
#include <stdio.h>

/* 2.12 made the error of a structured error callback const. */
#if LIBXML_VERSION >= 21200
typedef const xmlError *tenggat_xslt_error;
#else
typedef xmlErrorPtr tenggat_xslt_error;
#endif

/* Who is told what both libraries say; alive for as long as they may say something. */
typedef struct tenggat_xslt_sink {
  /* An error of libxml2, with its place. */
  void (*report)(void *context, int code, int line, int column, const char *message);
  /* A piece of what libxslt says. */
  void (*say)(void *context, const char *text);
  void *context;
} tenggat_xslt_sink;

static inline void tenggat_xslt_pass(void *sink, tenggat_xslt_error error) {
  const tenggat_xslt_sink *target = (const tenggat_xslt_sink *)sink;
  if (error == NULL || error->level < XML_ERR_ERROR) return;
  target->report(
      target->context, error->code, error->line, error->int2, error->message != NULL ? error->message : "");
}

static inline void tenggat_xslt_print(void *sink, const char *format, ...) {
  char text[4096];
  va_list values;
  va_start(values, format);
  (void)vsnprintf(text, sizeof text, format, values);
  va_end(values);
  const tenggat_xslt_sink *target = (const tenggat_xslt_sink *)sink;
  target->say(target->context, text);
}

/* No stylesheet and no document brings another one. */
static inline xmlDocPtr tenggat_xslt_load_none(
    const xmlChar *name, xmlDictPtr names, int options, void *context, xsltLoadType type) {
  (void)name, (void)names, (void)options, (void)context, (void)type;
  return NULL;
}

static inline xmlParserInputPtr tenggat_xslt_open_none(
    const char *name, const char *identifier, xmlParserCtxtPtr parser) {
  (void)name, (void)identifier, (void)parser;
  return NULL;
}

/*
 * Prepares both libraries for one process with one thread: all errors go to a sink, nothing is loaded
 * beside what is handed over. Gives the rights of a stylesheet, which are none; NULL without memory.
 */
static inline xsltSecurityPrefsPtr tenggat_xslt_prepare(tenggat_xslt_sink *sink) {
  xmlInitParser();
  xmlSetExternalEntityLoader(tenggat_xslt_open_none);
  xmlSetStructuredErrorFunc(sink, (xmlStructuredErrorFunc)tenggat_xslt_pass);
  xmlSetGenericErrorFunc(sink, tenggat_xslt_print);
  xsltInit();
  xsltSetGenericErrorFunc(sink, tenggat_xslt_print);
  xsltSetLoaderFunc(tenggat_xslt_load_none);
  xsltSecurityPrefsPtr rights = xsltNewSecurityPrefs();
  if (rights == NULL) return NULL;
  const xsltSecurityOption options[] = {
      XSLT_SECPREF_READ_FILE, XSLT_SECPREF_WRITE_FILE, XSLT_SECPREF_CREATE_DIRECTORY,
      XSLT_SECPREF_READ_NETWORK, XSLT_SECPREF_WRITE_NETWORK};
  for (unsigned index = 0; index < sizeof options / sizeof *options; index++) {
    if (xsltSetSecurityPrefs(rights, options[index], xsltSecurityForbid) != 0) {
      xsltFreeSecurityPrefs(rights);
      return NULL;
    }
  }
  xsltSetDefaultSecurityPrefs(rights);
  return rights;
}

/* Frees what libxml2 gave; its own name for it is a variable. */
static inline void tenggat_xslt_free(void *memory) { xmlFree(memory); }

#endif
