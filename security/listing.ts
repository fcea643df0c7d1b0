/** How Apache, nginx, Python's server and Django's own view, and buckets of S3 head a list of files. */
export const listing =
  /<title>(Index of|Directory listing for) |<ListBucketResult\b|<h1>Index of /i;
