import { defineIsolation } from '../../tests/isolation/feature-isolation.ts'

export const isolation = defineIsolation({
  routes: {
    'GET /api/health': 'Says that the process is there.',
    'GET /api/health/ready': 'Says that the database and the models are there.',
    'GET /api/openapi.json': 'Made from the contract.',
    'GET /api/reference': 'Made from the contract.',
    'ALL /api/rpc/*': 'The procedures.',
    'ALL /api/v1/*': 'The procedures, as plain HTTP.',
    'ALL /api/*': 'There is nothing.',
  },
})
