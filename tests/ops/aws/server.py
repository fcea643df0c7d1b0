"""moto, which answers as S3, RDS and ElastiCache do, with the two things that it lacks here.

It lists any bucket to anybody, so who signs nothing is asked for a right by moto's own ACL and
policy; and it cannot be told that time has passed, or that AWS has made a snapshot by itself.
"""

import json
import re
from datetime import timedelta

from moto.core.utils import utcnow
from moto.elasticache.models import elasticache_backends
from moto.iam.access_control import PermissionResult
from moto.rds.models import rds_backends
from moto.s3.models import s3_backends
from moto.server import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import WSGIRequestHandler, make_server

ACCOUNT = '123456789012'
moto = DomainDispatcherApplication(create_backend_app)


def ago(hours):
    return utcnow() - timedelta(hours=hours)


def set_rds(told):
    """Automated snapshots of these ages and sizes, and no others."""
    backend = rds_backends[ACCOUNT][told['region']]
    instance = told['instance']
    for name in list(backend.database_snapshots):
        del backend.database_snapshots[name]
    database = backend.databases[instance]
    database.instance_create_time = ago(told['created'])
    for number, hours in enumerate(told['ages']):
        snapshot = backend.create_auto_snapshot(instance, f'rds:{instance}-{number}')
        snapshot.created = ago(hours)
        snapshot.allocated_storage = told['sizes'][number] if 'sizes' in told else 20
    database.backup_retention_period = told['retention']
    database.db_cluster_identifier = told.get('cluster')
    database.db_instance_automated_backups_replications = [
        {'DBInstanceAutomatedBackupsArn': f'arn:aws:rds:{region}:{ACCOUNT}:auto-backup:ab-x'}
        for region in told.get('replicated', [])
    ]


def set_copy(told):
    """A copy of a snapshot in another region."""
    here, there = (rds_backends[ACCOUNT][told[name]] for name in ('region', 'to'))
    there.databases[told['instance']] = here.databases[told['instance']]
    there.create_db_snapshot(told['instance'], 'copy').created = ago(told['age'])
    del there.databases[told['instance']]


def set_redis(told):
    snapshot = elasticache_backends[ACCOUNT][told['region']].snapshots[told['snapshot']]
    snapshot.node_snapshots = [{'CacheNodeId': '0001', 'SnapshotCreateTime': ago(told['age'])}]


def may_list(name):
    bucket = s3_backends[ACCOUNT]['aws'].buckets.get(name)
    if bucket is None:
        return True
    by_policy = bucket.get_permission('s3:ListBucket', f'arn:aws:s3:::{name}')
    return by_policy == PermissionResult.PERMITTED or bool(bucket.acl and bucket.acl.public_read)


def application(environ, start_response):
    path = environ['PATH_INFO']
    if path == '/construbot-test':
        told = json.loads(environ['wsgi.input'].read(int(environ['CONTENT_LENGTH'])))
        {'rds': set_rds, 'copy': set_copy, 'redis': set_redis}[told['what']](told)
        start_response('200 OK', [])
        return [b'']
    found = re.fullmatch(r'/([\w.-]+)/?', path)
    is_list = environ['REQUEST_METHOD'] == 'GET' and 'list-type' in environ['QUERY_STRING']
    if found and is_list and 'HTTP_AUTHORIZATION' not in environ and not may_list(found[1]):
        start_response('403 Forbidden', [('Content-Type', 'application/xml')])
        return [b'<Error><Code>AccessDenied</Code></Error>']
    return moto(environ, start_response)


class Quiet(WSGIRequestHandler):
    def log_request(self, *args):
        pass


server = make_server('127.0.0.1', 0, application, threaded=True, request_handler=Quiet)
print(server.port, flush=True)
server.serve_forever()
