import { Pool, type PoolConfig } from 'pg'

/**
 * A pool whose connections may break. `pg` tells of a broken connection by an event that ends the program when nobody
 * listens, in the pool and on each connection in use; the query that was under way is rejected all the same.
 */
export function quietPool(config: PoolConfig): Pool {
  const pool = new Pool(config)
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return pool
}
