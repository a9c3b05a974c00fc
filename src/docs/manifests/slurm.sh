#!/bin/bash
# Sixteen tasks of a job array share one campaign; Slurm's variables say which is which.
#
#     array=$(sbatch --parsable slurm.sh)
#     sbatch --dependency=afterany:"$array" --wrap 'untether batch merge results/*.jsonl'
#
# To run the task 3 again, name its shard: of an array of one task, nobody knows what it is a part of.
#
#     sbatch --array=3 --export=ALL,SHARD=4/16 slurm.sh
#
#SBATCH --job-name=untether
#SBATCH --array=0-15%4
#SBATCH --cpus-per-task=2
#SBATCH --mem=2G
#SBATCH --time=02:00:00
#SBATCH --output=untether-%A-%a.log
set -euo pipefail

# As many as --array has: an array of another size is refused, and never taken for the whole.
export UNTETHER_SHARDS=16
shard=${SHARD:-auto}
mkdir -p results
# Clones and cache on the disk of the node. The token comes from the environment of whoever submits.
state=${TMPDIR:-/tmp}/untether-${SLURM_ARRAY_JOB_ID:-0}-${SLURM_ARRAY_TASK_ID:-0}

untether batch apply untether-campaign.yaml \
  --shard "$shard" \
  --state "$state" \
  --results "results/${shard//\//-of-}-${SLURM_ARRAY_TASK_ID:-0}.jsonl"
