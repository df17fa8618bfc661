// Who is told, and of what.

import { failedJobs, poisonMessages, queueAge, signsOfLife } from 'alert-queries.bicep'

@description('What the alerts\' names begin with.')
param namePrefix string

@description('The region.')
param location string

@description('Tags of the resources.')
param tags object

@description('The resource id of the workspace whose logs are asked.')
param workspaceId string

@description('Who is told by e-mail; empty for nobody: the alerts are then seen in the portal only.')
param email string

@description('Failed jobs in a quarter of an hour from which on it is an alert. Files that are no media fail too.')
@minValue(1)
param failedJobsThreshold int

@description('Seconds that the oldest message of a queue may wait.')
@minValue(60)
param queueAgeSeconds int

resource group 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(email)) {
  name: '${namePrefix}-operators'
  location: 'global'
  tags: tags
  properties: {
    enabled: true
    groupShortName: 'mediainfo'
    emailReceivers: [
      {
        name: 'operators'
        emailAddress: email
        useCommonAlertSchema: true
      }
    ]
  }
}

var told = empty(email) ? [] : [
  group.id
]

resource poison 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: '${namePrefix}-poison-messages'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: 'MediaInfo: messages were given up'
    description: 'A job, a completion message or a library event failed in every delivery. The log line names it.'
    enabled: true
    severity: 1
    scopes: [
      workspaceId
    ]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    autoMitigate: true
    criteria: {
      allOf: [
        {
          query: poisonMessages
          timeAggregation: 'Count'
          operator: 'GreaterThan'
          threshold: 0
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: told
    }
    skipQueryValidation: true
  }
}

resource failures 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: '${namePrefix}-failed-jobs'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: 'MediaInfo: many jobs fail'
    description: 'More jobs than the threshold ended as failed. The log lines name the reasons.'
    enabled: true
    severity: 2
    scopes: [
      workspaceId
    ]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    autoMitigate: true
    criteria: {
      allOf: [
        {
          query: failedJobs
          timeAggregation: 'Count'
          operator: 'GreaterThanOrEqual'
          threshold: failedJobsThreshold
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: told
    }
    skipQueryValidation: true
  }
}

resource age 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: '${namePrefix}-queue-age'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: 'MediaInfo: a queue is not worked off'
    description: 'The oldest message of a queue waits longer than it should.'
    enabled: true
    severity: 2
    scopes: [
      workspaceId
    ]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    autoMitigate: true
    criteria: {
      allOf: [
        {
          query: queueAge
          timeAggregation: 'Maximum'
          metricMeasureColumn: 'Age'
          dimensions: [
            {
              name: 'Queue'
              operator: 'Include'
              values: [
                '*'
              ]
            }
          ]
          operator: 'GreaterThan'
          threshold: queueAgeSeconds
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: told
    }
    skipQueryValidation: true
  }
}

// Counts rows: none at all is a count of 0, which no other rule here would tell of.
resource silence 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = {
  name: '${namePrefix}-silence'
  location: location
  tags: tags
  kind: 'LogAlert'
  properties: {
    displayName: 'MediaInfo: the app is silent'
    description: 'For a quarter of an hour nothing was heard of the age of the queues, which the app measures every minute.'
    enabled: true
    severity: 1
    scopes: [
      workspaceId
    ]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    autoMitigate: true
    criteria: {
      allOf: [
        {
          query: signsOfLife
          timeAggregation: 'Count'
          operator: 'LessThan'
          threshold: 1
          failingPeriods: {
            numberOfEvaluationPeriods: 1
            minFailingPeriodsToAlert: 1
          }
        }
      ]
    }
    actions: {
      actionGroups: told
    }
    skipQueryValidation: true
  }
}
