// What the alerts ask, in one place. Each names its log messages by event id (Log.cs of each project) and its metrics by name.
// The Functions host writes a message's values as prop__Name, the worker's own exporter as Name.

@export()
@description('Messages that were given up: lanes, completion messages, library events, and what was no message of ours.')
var poisonMessages = '''
AppTraces
| where toint(Properties.EventId) in (1302, 3002, 4000, 4001, 4102, 4103)
| project TimeGenerated, Message
'''

@export()
@description('Jobs that ended as failed, whatever the reason.')
var failedJobs = '''
AppTraces
| where toint(Properties.EventId) == 1001
| where coalesce(tostring(Properties.State), tostring(Properties.prop__State)) == 'Failed'
| project TimeGenerated, Message
'''

@export()
@description('The age of the oldest message of each queue, in seconds.')
var queueAge = '''
AppMetrics
| where Name == 'mediainfo.queue.oldest.age'
| project TimeGenerated, Queue = tostring(Properties.queue), Age = Max
'''
