// What the alerts ask, in one place. Each names its log messages by the event's name (the methods of Log.cs) and its metrics by name.
// Logs come by the worker's own exporter, with a message's values as Name, or through the host, with prop__Name or none at all:
// the name of the event is in all of them, and so is the text.

@export()
@description('Messages that were given up: lanes, completion messages, library events, and what was no message of ours.')
var poisonMessages = '''
AppTraces
| where tostring(Properties.EventName) in ('AnalysisGivenUp', 'CallbackGivenUp', 'EventGivenUp', 'Poisoned', 'UnknownMessageRemoved', 'UnknownTokenRemoved')
| project TimeGenerated, Message
'''

@export()
@description('Jobs that ended as failed, whatever the reason.')
var failedJobs = '''
AppTraces
| where tostring(Properties.EventName) in ('JobEnded')
| where coalesce(tostring(Properties.State), tostring(Properties.prop__State)) == 'Failed' or Message contains ', Failed '
| project TimeGenerated, Message
'''

@export()
@description('The age of the oldest message of each queue, in seconds.')
var queueAge = '''
AppMetrics
| where Name == 'mediainfo.queue.oldest.age'
| project TimeGenerated, Queue = tostring(Properties.queue), Age = Max
'''
